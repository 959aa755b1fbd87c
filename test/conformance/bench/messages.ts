/** USP Messages and Records as the cases see them: plain objects, enumerations by name, oneofs told by their own name. */

type Texts = Record<string, string>;

export interface Problem {
  err_code: number;
  err_msg: string;
}

export interface ParamProblem extends Problem {
  param: string;
}

export interface ErrorBody extends Problem {
  param_errs: (Problem & { param_path: string })[];
}

/** One setting of an Add or a Set. */
export interface ParamSetting {
  param: string;
  value: string;
  required?: boolean;
}

/** What a create_objs or update_objs entry holds. */
export interface ObjectSettings {
  obj_path: string;
  param_settings: ParamSetting[];
}

/** A request as it is handed to the wire; one key, named as in the schema. */
export type Request =
  | { get: { param_paths: string[]; max_depth?: number } }
  | { set: { allow_partial: boolean; update_objs: ObjectSettings[] } }
  | { add: { allow_partial: boolean; create_objs: ObjectSettings[] } }
  | { delete: { allow_partial: boolean; obj_paths: string[] } }
  | { operate: { command: string; command_key: string; send_resp: boolean; input_args: Texts } }
  | { get_instances: { obj_paths: string[]; first_level_only: boolean } }
  | { get_supported_dm: { obj_paths: string[]; first_level_only: boolean } & Record<SupportedOption, boolean> }
  | { get_supported_protocol: { controller_supported_protocol_versions: string } };

export type SupportedOption = 'return_commands' | 'return_events' | 'return_params' | 'return_unique_key_sets';

export interface GetResult extends Problem {
  requested_path: string;
  resolved_path_results: { resolved_path: string; result_params: Texts }[];
}

/** The outcome of one path of an Add, Set or Delete: `Success` is what this kind of request tells when it went well. */
export interface Outcome<Success, Failure = Problem> {
  requested_path: string;
  oper_status: { oper_status: 'oper_success' | 'oper_failure'; oper_success?: Success; oper_failure?: Failure };
}

export interface Created {
  instantiated_path: string;
  param_errs: ParamProblem[];
  unique_keys: Texts;
}

export interface Updated {
  updated_inst_results: { affected_path: string; param_errs: ParamProblem[]; updated_params: Texts }[];
}

export interface NotUpdated extends Problem {
  updated_inst_failures: { affected_path: string; param_errs: ParamProblem[] }[];
}

export interface Deleted {
  affected_paths: string[];
  unaffected_path_errs: (Problem & { unaffected_path: string })[];
}

export interface OperationResult {
  executed_command: string;
  operation_resp: 'req_obj_path' | 'req_output_args' | 'cmd_failure';
  req_obj_path?: string;
  req_output_args?: { output_args: Texts };
  cmd_failure?: Problem;
}

export interface InstancesResult extends Problem {
  requested_path: string;
  curr_insts: { instantiated_obj_path: string; unique_keys: Texts }[];
}

export interface SupportedObject {
  supported_obj_path: string;
  access: string;
  is_multi_instance: boolean;
  supported_commands: {
    command_name: string;
    input_arg_names: string[];
    output_arg_names: string[];
    command_type: string;
  }[];
  supported_events: { event_name: string; arg_names: string[] }[];
  supported_params: { param_name: string; access: string; value_type: string; value_change: string }[];
  divergent_paths: string[];
  unique_key_sets: { key_names: string[] }[];
}

export interface SupportedResult extends Problem {
  req_obj_path: string;
  data_model_inst_uri: string;
  supported_objs: SupportedObject[];
}

/** The responses by the name that the schema gives them. */
export interface Responses {
  get_resp: { req_path_results: GetResult[] };
  set_resp: { updated_obj_results: Outcome<Updated, NotUpdated>[] };
  add_resp: { created_obj_results: Outcome<Created>[] };
  delete_resp: { deleted_obj_results: Outcome<Deleted>[] };
  operate_resp: { operation_results: OperationResult[] };
  get_instances_resp: { req_path_results: InstancesResult[] };
  get_supported_dm_resp: { req_obj_results: SupportedResult[] };
  get_supported_protocol_resp: { agent_supported_protocol_versions: string };
}

export interface Notify {
  subscription_id: string;
  send_resp: boolean;
  notification: string;
  event?: { obj_path: string; event_name: string; params: Texts };
  value_change?: { param_path: string; param_value: string };
  obj_creation?: { obj_path: string; unique_keys: Texts };
  obj_deletion?: { obj_path: string };
  oper_complete?: {
    obj_path: string;
    command_name: string;
    command_key: string;
    operation_resp: string;
    req_output_args?: { output_args: Texts };
    cmd_failure?: Problem;
  };
  on_board_req?: {
    oui: string;
    product_class: string;
    serial_number: string;
    agent_supported_protocol_versions: string;
  };
}

export interface Message {
  header: { msg_id: string; msg_type: string };
  body: {
    msg_body: 'request' | 'response' | 'error';
    request?: { req_type: string; notify?: Notify };
    response?: { resp_type: string } & Partial<Responses>;
    error?: ErrorBody;
  };
}

/** The Record around a Message, or one of those that hold none. */
export interface UspRecord {
  version: string;
  to_id: string;
  from_id: string;
  payload_security: string;
  record_type: string;
  no_session_context?: { payload: Uint8Array };
  mqtt_connect?: { version: string; subscribed_topic: string };
  disconnect?: { reason: string; reason_code: number };
}
